import { createRouter, createWebHashHistory } from 'vue-router'
import LibraryView from './views/LibraryView.vue'
import WelcomeView from './views/WelcomeView.vue'

/** The rooms of the window. Which event is read and what is asked stand in the library's address. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'welcome', component: WelcomeView },
    { path: '/library', name: 'library', component: LibraryView },
    {
      path: '/event/:eventId(.*)',
      name: 'event',
      redirect: ({ params }) => ({ name: 'library', query: { event: params['eventId'] } }),
    },
    { path: '/notes', name: 'notes', component: () => import('./views/NotesView.vue') },
    {
      path: '/collections/:collectionId?',
      name: 'collection',
      component: () => import('./views/CollectionView.vue'),
      props: true,
    },
    {
      path: '/collections/:collectionId/export',
      name: 'export',
      component: () => import('./views/ExportView.vue'),
      props: true,
    },
    {
      path: '/claims/:claimId?',
      name: 'claim',
      component: () => import('./views/ClaimView.vue'),
      props: true,
    },
    {
      path: '/searches/:searchId?',
      name: 'saved-search',
      component: () => import('./views/SavedSearchView.vue'),
      props: true,
    },
    {
      path: '/changes',
      name: 'changes',
      component: () => import('./views/ChangesView.vue'),
    },
    { path: '/report', name: 'report', component: () => import('./views/ImportReportView.vue') },
    { path: '/trash', name: 'trash', component: () => import('./views/TrashView.vue') },
    { path: '/backups', name: 'backups', component: () => import('./views/BackupsView.vue') },
    { path: '/:rest(.*)', redirect: { name: 'welcome' } },
  ],
})
